-- Name look-ups by likeness.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('MAIN', 'EMBEDDED', 'HEADLINE');

-- CreateEnum
CREATE TYPE "article_field" AS ENUM ('HEADLINE', 'TEXT');

-- CreateEnum
CREATE TYPE "entity_kind" AS ENUM ('PERSON', 'COUNTRY', 'ORGANIZATION', 'PLACE');

-- CreateEnum
CREATE TYPE "mention_form" AS ENUM ('NAME', 'DEMONYM', 'METONYM', 'ROLE');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('DAY', 'MONTH', 'YEAR', 'RANGE');

-- CreateEnum
CREATE TYPE "date_basis" AS ENUM ('STATED', 'RELATIVE_TO_PUBLICATION', 'RELATIVE_TO_TEXT', 'PAGE', 'URL', 'METADATA');

-- CreateEnum
CREATE TYPE "event_type" AS ENUM ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'STATEMENT', 'APPOINT', 'DISASTER', 'OTHER');

-- CreateEnum
CREATE TYPE "event_status" AS ENUM ('REPORTED', 'PLANNED', 'DENIED', 'HYPOTHETICAL');

-- CreateEnum
CREATE TYPE "participant_role" AS ENUM ('ACTOR', 'RECIPIENT', 'THEME');

-- CreateEnum
CREATE TYPE "correction_kind" AS ENUM ('MERGE', 'SPLIT', 'RENAME', 'REJECT');

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "filename" TEXT,
    "given_type" TEXT,
    "media_type" TEXT NOT NULL,
    "url" TEXT,
    "crawled_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_note" (
    "document_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,

    CONSTRAINT "document_note_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "document_part" (
    "document_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "article_id" UUID,

    CONSTRAINT "document_part_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "failed_document" (
    "id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "filename" TEXT,
    "media_type" TEXT,
    "url" TEXT,
    "stage" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failed_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "country_id" UUID,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "article_kind" NOT NULL,
    "headline" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "source_id" UUID,
    "authors" TEXT[],
    "keywords" TEXT[],
    "published_on" DATE,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3),
    "sort_on" DATE NOT NULL,
    "text_key" TEXT NOT NULL,
    "headline_key" TEXT NOT NULL,
    "simhash" BIGINT,
    "story_id" UUID,
    "search" tsvector NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sentence" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "field" "article_field" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "sentence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity" (
    "id" UUID NOT NULL,
    "kind" "entity_kind" NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "wikidata_id" TEXT,
    "article_count" INTEGER NOT NULL DEFAULT 0,
    "merged_into_id" UUID,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "country" (
    "id" UUID NOT NULL,
    "code" CHAR(2) NOT NULL,
    "alpha3" CHAR(3) NOT NULL,

    CONSTRAINT "country_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "country_id" UUID,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "country_id" UUID,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "entity_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "preferred" BOOLEAN NOT NULL DEFAULT false,
    "known" BOOLEAN NOT NULL DEFAULT false,
    "article_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("entity_id","language","text")
);

-- CreateTable
CREATE TABLE "mention" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "sentence_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "form" "mention_form" NOT NULL,
    "field" "article_field" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "rule" TEXT NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_entity" (
    "article_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "kind" "entity_kind" NOT NULL,
    "article_kind" "article_kind" NOT NULL,
    "mention_count" INTEGER NOT NULL,
    "first_mention_id" UUID NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "article_entity_pkey" PRIMARY KEY ("article_id","entity_id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "title_key" TEXT NOT NULL,
    "country_id" UUID,
    "organization_id" UUID,
    "former" BOOLEAN NOT NULL,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_evidence" (
    "role_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "sentence_id" UUID NOT NULL,
    "field" "article_field" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "role_evidence_pkey" PRIMARY KEY ("role_id","article_id","field","start","end")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "group_key" TEXT NOT NULL,
    "type" "event_type" NOT NULL,
    "status" "event_status" NOT NULL,
    "edtf" TEXT,
    "earliest" DATE,
    "latest" DATE,
    "precision" "date_precision",
    "basis" "date_basis",
    "expression" TEXT,
    "place_id" UUID,
    "country_id" UUID,
    "headline" TEXT NOT NULL,
    "article_count" INTEGER NOT NULL,
    "source_count" INTEGER NOT NULL,
    "independent_count" INTEGER NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_participant" (
    "event_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "role" "participant_role" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "event_participant_pkey" PRIMARY KEY ("event_id","role","entity_id")
);

-- CreateTable
CREATE TABLE "event_report" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "sentence_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "group_key" TEXT NOT NULL,
    "type" "event_type" NOT NULL,
    "status" "event_status" NOT NULL,
    "field" "article_field" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "trigger_start" INTEGER NOT NULL,
    "trigger_end" INTEGER NOT NULL,
    "edtf" TEXT,
    "earliest" DATE,
    "latest" DATE,
    "precision" "date_precision",
    "basis" "date_basis",
    "expression" TEXT,
    "place_id" UUID,
    "country_id" UUID,
    "confidence" DOUBLE PRECISION NOT NULL,
    "rule" TEXT NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "event_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_participant" (
    "report_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "role" "participant_role" NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "report_participant_pkey" PRIMARY KEY ("report_id","role","entity_id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "sentence_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "field" "article_field" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "direct" BOOLEAN NOT NULL,
    "speaker_id" UUID,
    "speaker_text" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribution_step" (
    "id" UUID NOT NULL,
    "report_id" UUID,
    "quote_id" UUID,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "entity_id" UUID,
    "anonymous" BOOLEAN NOT NULL,

    CONSTRAINT "attribution_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story" (
    "id" UUID NOT NULL,
    "headline" TEXT NOT NULL,
    "first_published_on" DATE,
    "last_published_on" DATE,
    "article_count" INTEGER NOT NULL,
    "sort_on" DATE NOT NULL,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_link" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "story_link_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "ordinal" SERIAL NOT NULL,
    "kind" "correction_kind" NOT NULL,
    "payload" JSONB NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_sha256_key" ON "document"("sha256");

-- CreateIndex
CREATE INDEX "document_part_article_idx" ON "document_part"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "failed_document_sha256_key" ON "failed_document"("sha256");

-- CreateIndex
CREATE INDEX "failed_document_failed_at_idx" ON "failed_document"("failed_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "source_key_key" ON "source"("key");

-- CreateIndex
CREATE INDEX "source_name_idx" ON "source"("name", "id");

-- CreateIndex
CREATE INDEX "source_country_idx" ON "source"("country_id");

-- CreateIndex
CREATE INDEX "article_sort_idx" ON "article"("sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_kind_sort_idx" ON "article"("kind", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_source_sort_idx" ON "article"("source_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_story_sort_idx" ON "article"("story_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_text_key_idx" ON "article"("text_key");

-- CreateIndex
CREATE INDEX "article_headline_key_idx" ON "article"("headline_key");

-- CreateIndex
CREATE INDEX "article_search_idx" ON "article" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "article_document_ordinal_key" ON "article"("document_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "sentence_article_ordinal_key" ON "sentence"("article_id", "ordinal");

-- CreateIndex
CREATE INDEX "entity_kind_count_idx" ON "entity"("kind", "article_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "entity_kind_name_idx" ON "entity"("kind", "name", "id");

-- CreateIndex
CREATE INDEX "entity_merged_into_idx" ON "entity"("merged_into_id");

-- CreateIndex
CREATE INDEX "entity_wikidata_idx" ON "entity"("wikidata_id");

-- CreateIndex
CREATE UNIQUE INDEX "entity_kind_key_key" ON "entity"("kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "country_code_key" ON "country"("code");

-- CreateIndex
CREATE UNIQUE INDEX "country_alpha3_key" ON "country"("alpha3");

-- CreateIndex
CREATE INDEX "organization_country_idx" ON "organization"("country_id");

-- CreateIndex
CREATE INDEX "place_country_idx" ON "place"("country_id");

-- CreateIndex
CREATE INDEX "alias_key_idx" ON "alias"("key");

-- CreateIndex
CREATE INDEX "alias_key_trgm_idx" ON "alias" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "mention_article_idx" ON "mention"("article_id", "field", "start", "end");

-- CreateIndex
CREATE INDEX "mention_entity_sort_idx" ON "mention"("entity_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mention_entity_text_idx" ON "mention"("entity_id", "text", "article_id");

-- CreateIndex
CREATE INDEX "mention_sentence_idx" ON "mention"("sentence_id");

-- CreateIndex
CREATE INDEX "article_entity_entity_sort_idx" ON "article_entity"("entity_id", "sort_on" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_entity_article_idx" ON "article_entity"("article_id", "kind", "mention_count" DESC);

-- CreateIndex
CREATE INDEX "role_country_idx" ON "role"("country_id");

-- CreateIndex
CREATE INDEX "role_organization_idx" ON "role"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_content_key" ON "role"("person_id", "title_key", "country_id", "organization_id", "former");

-- CreateIndex
CREATE INDEX "role_evidence_article_idx" ON "role_evidence"("article_id");

-- CreateIndex
CREATE INDEX "role_evidence_sentence_idx" ON "role_evidence"("sentence_id");

-- CreateIndex
CREATE INDEX "event_sort_idx" ON "event"("sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_type_sort_idx" ON "event"("type", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_country_sort_idx" ON "event"("country_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_place_sort_idx" ON "event"("place_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_group_idx" ON "event"("group_key");

-- CreateIndex
CREATE INDEX "event_participant_entity_sort_idx" ON "event_participant"("entity_id", "sort_on" DESC, "event_id" DESC);

-- CreateIndex
CREATE INDEX "event_report_event_sort_idx" ON "event_report"("event_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_report_group_idx" ON "event_report"("group_key");

-- CreateIndex
CREATE INDEX "event_report_sentence_idx" ON "event_report"("sentence_id");

-- CreateIndex
CREATE INDEX "event_report_place_idx" ON "event_report"("place_id");

-- CreateIndex
CREATE INDEX "event_report_country_idx" ON "event_report"("country_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_report_article_ordinal_key" ON "event_report"("article_id", "ordinal");

-- CreateIndex
CREATE INDEX "report_participant_entity_idx" ON "report_participant"("entity_id");

-- CreateIndex
CREATE INDEX "quote_sort_idx" ON "quote"("sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "quote_speaker_sort_idx" ON "quote"("speaker_id", "sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "quote_sentence_idx" ON "quote"("sentence_id");

-- CreateIndex
CREATE UNIQUE INDEX "quote_article_ordinal_key" ON "quote"("article_id", "ordinal");

-- CreateIndex
CREATE INDEX "attribution_step_entity_idx" ON "attribution_step"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "attribution_step_report_key" ON "attribution_step"("report_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "attribution_step_quote_key" ON "attribution_step"("quote_id", "ordinal");

-- CreateIndex
CREATE INDEX "story_sort_idx" ON "story"("sort_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "story_link_to_idx" ON "story_link"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_ordinal_key" ON "correction"("ordinal");

-- AddForeignKey
ALTER TABLE "document_note" ADD CONSTRAINT "document_note_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_part" ADD CONSTRAINT "document_part_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_part" ADD CONSTRAINT "document_part_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence" ADD CONSTRAINT "sentence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_id_fkey" FOREIGN KEY ("id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "country" ADD CONSTRAINT "country_id_fkey" FOREIGN KEY ("id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_id_fkey" FOREIGN KEY ("id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_id_fkey" FOREIGN KEY ("id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_sentence_id_fkey" FOREIGN KEY ("sentence_id") REFERENCES "sentence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_entity" ADD CONSTRAINT "article_entity_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_entity" ADD CONSTRAINT "article_entity_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_evidence" ADD CONSTRAINT "role_evidence_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_evidence" ADD CONSTRAINT "role_evidence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_evidence" ADD CONSTRAINT "role_evidence_sentence_id_fkey" FOREIGN KEY ("sentence_id") REFERENCES "sentence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_report" ADD CONSTRAINT "event_report_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_report" ADD CONSTRAINT "event_report_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_report" ADD CONSTRAINT "event_report_sentence_id_fkey" FOREIGN KEY ("sentence_id") REFERENCES "sentence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_report" ADD CONSTRAINT "event_report_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_report" ADD CONSTRAINT "event_report_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_participant" ADD CONSTRAINT "report_participant_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "event_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_participant" ADD CONSTRAINT "report_participant_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_sentence_id_fkey" FOREIGN KEY ("sentence_id") REFERENCES "sentence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "event_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say. `test/store/migrations.test.ts` names each of these.

-- Names and keys compare by code unit, whatever the server's locale.
ALTER TABLE "source" ALTER COLUMN "name" TYPE TEXT COLLATE "C";
ALTER TABLE "entity" ALTER COLUMN "key" TYPE TEXT COLLATE "C", ALTER COLUMN "name" TYPE TEXT COLLATE "C";
ALTER TABLE "alias" ALTER COLUMN "text" TYPE TEXT COLLATE "C", ALTER COLUMN "key" TYPE TEXT COLLATE "C";

-- A report is written before its group is sorted into events.
ALTER TABLE "event_report" ALTER CONSTRAINT "event_report_event_id_fkey" DEFERRABLE INITIALLY DEFERRED;

-- A role without country or organization is still one role.
DROP INDEX "role_content_key";
CREATE UNIQUE INDEX "role_content_key" ON "role"("person_id", "title_key", "country_id", "organization_id", "former") NULLS NOT DISTINCT;

-- Near copies: SimHashes at most six bits apart share at least one of seven bands.
CREATE INDEX "article_simhash_1_idx" ON "article"(((simhash >> 55) & 511), "sort_on") WHERE simhash IS NOT NULL;
CREATE INDEX "article_simhash_2_idx" ON "article"(((simhash >> 46) & 511), "sort_on") WHERE simhash IS NOT NULL;
CREATE INDEX "article_simhash_3_idx" ON "article"(((simhash >> 37) & 511), "sort_on") WHERE simhash IS NOT NULL;
CREATE INDEX "article_simhash_4_idx" ON "article"(((simhash >> 28) & 511), "sort_on") WHERE simhash IS NOT NULL;
CREATE INDEX "article_simhash_5_idx" ON "article"(((simhash >> 19) & 511), "sort_on") WHERE simhash IS NOT NULL;
CREATE INDEX "article_simhash_6_idx" ON "article"(((simhash >> 10) & 511), "sort_on") WHERE simhash IS NOT NULL;
CREATE INDEX "article_simhash_7_idx" ON "article"(((simhash >> 0) & 1023), "sort_on") WHERE simhash IS NOT NULL;

ALTER TABLE "document"
    ADD CONSTRAINT "document_sha256_check" CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE "document_note"
    ADD CONSTRAINT "document_note_words_check" CHECK (code <> '' AND message <> ''),
    ADD CONSTRAINT "document_note_span_check" CHECK ((start IS NULL) = ("end" IS NULL) AND start >= 0 AND "end" >= start);

ALTER TABLE "document_part"
    ADD CONSTRAINT "document_part_span_check" CHECK (start >= 0 AND "end" > start);

ALTER TABLE "failed_document"
    ADD CONSTRAINT "failed_document_sha256_check" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "failed_document_stage_check" CHECK (stage IN ('READ', 'EXTRACT', 'RESOLVE', 'STORE')),
    ADD CONSTRAINT "failed_document_words_check" CHECK (code <> '' AND message <> '');

ALTER TABLE "source"
    ADD CONSTRAINT "source_words_check" CHECK (key <> '' AND name <> '');

ALTER TABLE "article"
    ADD CONSTRAINT "article_ordinal_check" CHECK (ordinal >= 0),
    ADD CONSTRAINT "article_sort_check" CHECK (sort_on = COALESCE(published_on, DATE '0001-01-01')),
    ADD CONSTRAINT "article_headline_check" CHECK (kind <> 'HEADLINE' OR text = ''),
    ADD CONSTRAINT "article_keys_check" CHECK (text_key <> '' AND headline_key <> '');

-- The length of a span in UTF-16 code units lies between the length of its text in characters and twice that.
ALTER TABLE "sentence"
    ADD CONSTRAINT "sentence_ordinal_check" CHECK (ordinal >= 0),
    ADD CONSTRAINT "sentence_evidence_check" CHECK (text <> '' AND start >= 0 AND "end" - start BETWEEN length(text) AND 2 * length(text));

ALTER TABLE "entity"
    ADD CONSTRAINT "entity_words_check" CHECK (key <> '' AND name <> ''),
    ADD CONSTRAINT "entity_count_check" CHECK (article_count >= 0),
    ADD CONSTRAINT "entity_merged_check" CHECK (merged_into_id <> id);

ALTER TABLE "country"
    ADD CONSTRAINT "country_codes_check" CHECK (code ~ '^[A-Z]{2}$' AND alpha3 ~ '^[A-Z]{3}$');

ALTER TABLE "place"
    ADD CONSTRAINT "place_position_check" CHECK ((latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

ALTER TABLE "alias"
    ADD CONSTRAINT "alias_text_check" CHECK (text <> ''),
    ADD CONSTRAINT "alias_count_check" CHECK (article_count >= 0);

ALTER TABLE "mention"
    ADD CONSTRAINT "mention_evidence_check" CHECK (text <> '' AND start >= 0 AND "end" - start BETWEEN length(text) AND 2 * length(text)),
    ADD CONSTRAINT "mention_confidence_check" CHECK (confidence BETWEEN 0 AND 1);

ALTER TABLE "article_entity"
    ADD CONSTRAINT "article_entity_count_check" CHECK (mention_count > 0);

ALTER TABLE "role"
    ADD CONSTRAINT "role_title_check" CHECK (title <> '');

ALTER TABLE "role_evidence"
    ADD CONSTRAINT "role_evidence_evidence_check" CHECK (text <> '' AND start >= 0 AND "end" - start BETWEEN length(text) AND 2 * length(text));

ALTER TABLE "event"
    ADD CONSTRAINT "event_headline_check" CHECK (headline <> ''),
    ADD CONSTRAINT "event_date_check" CHECK (num_nulls(edtf, earliest, latest, precision, basis) IN (0, 5) AND earliest <= latest),
    ADD CONSTRAINT "event_sort_check" CHECK (sort_on = earliest OR earliest IS NULL),
    ADD CONSTRAINT "event_count_check" CHECK (article_count > 0 AND source_count >= 0 AND independent_count > 0);

ALTER TABLE "event_report"
    ADD CONSTRAINT "event_report_evidence_check" CHECK (text <> '' AND start >= 0 AND "end" - start BETWEEN length(text) AND 2 * length(text)),
    ADD CONSTRAINT "event_report_trigger_check" CHECK (trigger_start >= start AND trigger_end > trigger_start AND trigger_end <= "end"),
    ADD CONSTRAINT "event_report_date_check" CHECK (num_nulls(edtf, earliest, latest, precision, basis) IN (0, 5) AND earliest <= latest),
    ADD CONSTRAINT "event_report_confidence_check" CHECK (confidence BETWEEN 0 AND 1);

ALTER TABLE "quote"
    ADD CONSTRAINT "quote_evidence_check" CHECK (text <> '' AND start >= 0 AND "end" - start BETWEEN length(text) AND 2 * length(text));

ALTER TABLE "attribution_step"
    ADD CONSTRAINT "attribution_step_owner_check" CHECK (num_nonnulls(report_id, quote_id) = 1),
    ADD CONSTRAINT "attribution_step_text_check" CHECK (text <> ''),
    ADD CONSTRAINT "attribution_step_span_check" CHECK ((start IS NULL) = ("end" IS NULL) AND start >= 0 AND "end" > start);

ALTER TABLE "story"
    ADD CONSTRAINT "story_count_check" CHECK (article_count > 0),
    ADD CONSTRAINT "story_dates_check" CHECK ((first_published_on IS NULL) = (last_published_on IS NULL) AND first_published_on <= last_published_on),
    ADD CONSTRAINT "story_sort_check" CHECK (sort_on = COALESCE(last_published_on, DATE '0001-01-01'));

ALTER TABLE "story_link"
    ADD CONSTRAINT "story_link_order_check" CHECK (from_id < to_id),
    ADD CONSTRAINT "story_link_reason_check" CHECK (reason IN ('COPY', 'NEAR_COPY', 'SHARED_EVENT'));
