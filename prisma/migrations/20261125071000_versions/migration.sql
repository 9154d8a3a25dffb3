-- Versions of one article: the newest is current, the others are superseded and count nowhere.

ALTER TABLE "document" ADD COLUMN "retrieved_at" TIMESTAMPTZ(3);

ALTER TABLE "failed_document"
  ADD COLUMN "retrieved_at" TIMESTAMPTZ(3),
  ADD COLUMN "received_at" TIMESTAMPTZ(3);
UPDATE "failed_document" SET "received_at" = "failed_at";
ALTER TABLE "failed_document" ALTER COLUMN "received_at" SET NOT NULL;

ALTER TABLE "article"
  ADD COLUMN "version_key" TEXT,
  ADD COLUMN "superseded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "mention" ADD COLUMN "superseded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "quote" ADD COLUMN "superseded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "role_evidence" ADD COLUMN "superseded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "article_entity" ALTER COLUMN "article_kind" DROP NOT NULL;
ALTER TABLE "event_report" ALTER COLUMN "event_id" DROP NOT NULL;

-- The constraints that Prisma cannot say.
ALTER TABLE "article" ADD CONSTRAINT "article_version_check"
  CHECK (version_key IS NULL AND NOT superseded OR version_key <> '' AND kind <> 'HEADLINE');

CREATE INDEX "article_version_idx" ON "article"("version_key") WHERE version_key IS NOT NULL;

-- What lists and counts go along holds only what they list and count.
DROP INDEX "article_sort_idx";
CREATE INDEX "article_sort_idx" ON "article"("sort_on" DESC, "id" DESC) WHERE NOT superseded;
DROP INDEX "article_kind_sort_idx";
CREATE INDEX "article_kind_sort_idx" ON "article"("kind", "sort_on" DESC, "id" DESC) WHERE NOT superseded;
DROP INDEX "mention_entity_sort_idx";
CREATE INDEX "mention_entity_sort_idx" ON "mention"("entity_id", "sort_on" DESC, "id" DESC) WHERE NOT superseded;
DROP INDEX "quote_sort_idx";
CREATE INDEX "quote_sort_idx" ON "quote"("sort_on" DESC, "id" DESC) WHERE NOT superseded;

-- The few rows that counts leave out.
CREATE INDEX "article_entity_superseded_idx" ON "article_entity"("entity_id") WHERE article_kind IS NULL;
CREATE INDEX "mention_superseded_idx" ON "mention"("entity_id", "text", "article_id") WHERE superseded;
