import { expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { modelSql } from '../../src/store/model-sql.ts'
import { createTestDatabase } from '../support/database.ts'

// schema.prisma is held against the migrations by what each makes of an empty database: the catalogs are compared
// object by object, and what the migrations have beyond the model must stand in the list below, and nothing else.

/** Every column, constraint, index, type and extension, one a line. */
async function catalogOf({ prisma }: Database): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ line: string }[]>`
    select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      || coalesce(' collate ' || nullif(l.collname, 'default'), '') as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and c.relname <> '_prisma_migrations'
    union all
    select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid::regclass::text <> '_prisma_migrations'
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
    union all
    select 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ' ' order by e.enumsortorder)
    from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.typname
    union all
    select 'trigger ' || tgname from pg_trigger where not tgisinternal
    union all
    select 'extension ' || extname from pg_extension`
  return rows.map(({ line }) => line)
}

test('what the migrations have beyond schema.prisma is listed here, and schema.prisma has nothing beyond them', async () => {
  await using migrated = await createTestDatabase()
  await using described = await createTestDatabase({ migrated: false })
  await described.pool.query(`create extension pg_trgm; ${await modelSql(described.url)}`)
  const [migrations, model] = await Promise.all([catalogOf(migrated), catalogOf(described)])
  const known = new Set(model)
  const beyond = migrations.filter((line) => !known.has(line)).sort()
  const missing = model.filter((line) => !migrations.includes(line)).sort()
  expect({ beyond, missing }).toMatchInlineSnapshot(`
    {
      "beyond": [
        "column alias.key text not null collate C",
        "column alias.text text not null collate C",
        "column entity.key text not null collate C",
        "column entity.name text not null collate C",
        "column source.name text not null collate C",
        "constraint alias alias_count_check CHECK ((article_count >= 0))",
        "constraint alias alias_text_check CHECK ((text <> ''::text))",
        "constraint article article_headline_check CHECK (((kind <> 'HEADLINE'::article_kind) OR (text = ''::text)))",
        "constraint article article_keys_check CHECK (((text_key <> ''::text) AND (headline_key <> ''::text)))",
        "constraint article article_ordinal_check CHECK ((ordinal >= 0))",
        "constraint article article_sort_check CHECK ((sort_on = COALESCE(published_on, '0001-01-01'::date)))",
        "constraint article article_version_check CHECK ((((version_key IS NULL) AND (NOT superseded)) OR ((version_key <> ''::text) AND (kind <> 'HEADLINE'::article_kind))))",
        "constraint article_entity article_entity_count_check CHECK ((mention_count > 0))",
        "constraint attribution_step attribution_step_owner_check CHECK ((num_nonnulls(report_id, quote_id) = 1))",
        "constraint attribution_step attribution_step_span_check CHECK ((((start IS NULL) = ("end" IS NULL)) AND (start >= 0) AND ("end" > start)))",
        "constraint attribution_step attribution_step_text_check CHECK ((text <> ''::text))",
        "constraint country country_codes_check CHECK (((code ~ '^[A-Z]{2}$'::text) AND (alpha3 ~ '^[A-Z]{3}$'::text)))",
        "constraint document document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))",
        "constraint document_note document_note_span_check CHECK ((((start IS NULL) = ("end" IS NULL)) AND (start >= 0) AND ("end" >= start)))",
        "constraint document_note document_note_words_check CHECK (((code <> ''::text) AND (message <> ''::text)))",
        "constraint document_part document_part_span_check CHECK (((start >= 0) AND ("end" > start)))",
        "constraint entity entity_count_check CHECK ((article_count >= 0))",
        "constraint entity entity_merged_check CHECK ((merged_into_id <> id))",
        "constraint entity entity_words_check CHECK (((key <> ''::text) AND (name <> ''::text)))",
        "constraint event event_count_check CHECK (((article_count > 0) AND (source_count >= 0) AND (independent_count > 0)))",
        "constraint event event_date_check CHECK (((num_nulls(edtf, earliest, latest, "precision", basis) = ANY (ARRAY[0, 5])) AND (earliest <= latest)))",
        "constraint event event_headline_check CHECK ((headline <> ''::text))",
        "constraint event event_sort_check CHECK (((sort_on = earliest) OR (earliest IS NULL)))",
        "constraint event_report event_report_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)))",
        "constraint event_report event_report_date_check CHECK (((num_nulls(edtf, earliest, latest, "precision", basis) = ANY (ARRAY[0, 5])) AND (earliest <= latest)))",
        "constraint event_report event_report_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED",
        "constraint event_report event_report_evidence_check CHECK (((text <> ''::text) AND (start >= 0) AND ((("end" - start) >= length(text)) AND (("end" - start) <= (2 * length(text))))))",
        "constraint event_report event_report_trigger_check CHECK (((trigger_start >= start) AND (trigger_end > trigger_start) AND (trigger_end <= "end")))",
        "constraint failed_document failed_document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))",
        "constraint failed_document failed_document_stage_check CHECK ((stage = ANY (ARRAY['READ'::text, 'EXTRACT'::text, 'RESOLVE'::text, 'STORE'::text])))",
        "constraint failed_document failed_document_words_check CHECK (((code <> ''::text) AND (message <> ''::text)))",
        "constraint feed feed_error_check CHECK ((((error_code IS NULL) = (error_message IS NULL)) AND ((error_code IS NOT NULL) = (status = ANY (ARRAY['FAILED'::text, 'GONE'::text])))))",
        "constraint feed feed_numbers_check CHECK (((failures >= 0) AND (interval_seconds > 0)))",
        "constraint feed feed_status_check CHECK ((status = ANY (ARRAY['NEW'::text, 'READ'::text, 'UNCHANGED'::text, 'FAILED'::text, 'GONE'::text])))",
        "constraint feed feed_stopped_check CHECK (((next_poll_at IS NULL) = (status = 'GONE'::text)))",
        "constraint incoming_document incoming_document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))",
        "constraint incoming_document incoming_document_tries_check CHECK ((tries >= 0))",
        "constraint mention mention_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)))",
        "constraint mention mention_evidence_check CHECK (((text <> ''::text) AND (start >= 0) AND ((("end" - start) >= length(text)) AND (("end" - start) <= (2 * length(text))))))",
        "constraint place place_position_check CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))))",
        "constraint quote quote_evidence_check CHECK (((text <> ''::text) AND (start >= 0) AND ((("end" - start) >= length(text)) AND (("end" - start) <= (2 * length(text))))))",
        "constraint role role_title_check CHECK ((title <> ''::text))",
        "constraint role_evidence role_evidence_evidence_check CHECK (((text <> ''::text) AND (start >= 0) AND ((("end" - start) >= length(text)) AND (("end" - start) <= (2 * length(text))))))",
        "constraint sentence sentence_evidence_check CHECK (((text <> ''::text) AND (start >= 0) AND ((("end" - start) >= length(text)) AND (("end" - start) <= (2 * length(text))))))",
        "constraint sentence sentence_ordinal_check CHECK ((ordinal >= 0))",
        "constraint source source_words_check CHECK (((key <> ''::text) AND (name <> ''::text)))",
        "constraint story story_count_check CHECK ((article_count > 0))",
        "constraint story story_dates_check CHECK ((((first_published_on IS NULL) = (last_published_on IS NULL)) AND (first_published_on <= last_published_on)))",
        "constraint story story_sort_check CHECK ((sort_on = COALESCE(last_published_on, '0001-01-01'::date)))",
        "constraint story_link story_link_order_check CHECK ((from_id < to_id))",
        "constraint story_link story_link_reason_check CHECK ((reason = ANY (ARRAY['COPY'::text, 'NEAR_COPY'::text, 'SHARED_EVENT'::text])))",
        "index CREATE INDEX article_entity_superseded_idx ON public.article_entity USING btree (entity_id) WHERE (article_kind IS NULL)",
        "index CREATE INDEX article_kind_sort_idx ON public.article USING btree (kind, sort_on DESC, id DESC) WHERE (NOT superseded)",
        "index CREATE INDEX article_simhash_1_idx ON public.article USING btree ((((simhash >> 55) & (511)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_simhash_2_idx ON public.article USING btree ((((simhash >> 46) & (511)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_simhash_3_idx ON public.article USING btree ((((simhash >> 37) & (511)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_simhash_4_idx ON public.article USING btree ((((simhash >> 28) & (511)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_simhash_5_idx ON public.article USING btree ((((simhash >> 19) & (511)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_simhash_6_idx ON public.article USING btree ((((simhash >> 10) & (511)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_simhash_7_idx ON public.article USING btree ((((simhash >> 0) & (1023)::bigint)), sort_on) WHERE (simhash IS NOT NULL)",
        "index CREATE INDEX article_sort_idx ON public.article USING btree (sort_on DESC, id DESC) WHERE (NOT superseded)",
        "index CREATE INDEX article_version_idx ON public.article USING btree (version_key) WHERE (version_key IS NOT NULL)",
        "index CREATE INDEX mention_entity_sort_idx ON public.mention USING btree (entity_id, sort_on DESC, id DESC) WHERE (NOT superseded)",
        "index CREATE INDEX mention_superseded_idx ON public.mention USING btree (entity_id, text, article_id) WHERE superseded",
        "index CREATE INDEX quote_sort_idx ON public.quote USING btree (sort_on DESC, id DESC) WHERE (NOT superseded)",
        "index CREATE UNIQUE INDEX role_content_key ON public.role USING btree (person_id, title_key, country_id, organization_id, former) NULLS NOT DISTINCT",
      ],
      "missing": [
        "column alias.key text not null",
        "column alias.text text not null",
        "column entity.key text not null",
        "column entity.name text not null",
        "column source.name text not null",
        "constraint event_report event_report_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON UPDATE CASCADE",
        "index CREATE UNIQUE INDEX role_content_key ON public.role USING btree (person_id, title_key, country_id, organization_id, former)",
      ],
    }
  `)
})
