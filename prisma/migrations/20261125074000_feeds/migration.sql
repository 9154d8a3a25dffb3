-- Feeds that are polled.

-- CreateTable
CREATE TABLE "feed" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,
    "site_url" TEXT,
    "etag" TEXT,
    "last_modified" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "polled_at" TIMESTAMPTZ(3),
    "next_poll_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "error_code" TEXT,
    "error_message" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "interval_seconds" INTEGER NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feed_url_key" ON "feed"("url");

-- CreateIndex
CREATE INDEX "feed_next_poll_idx" ON "feed"("next_poll_at");

-- What Prisma cannot say.
ALTER TABLE "feed"
    ADD CONSTRAINT "feed_status_check" CHECK (status IN ('NEW', 'READ', 'UNCHANGED', 'FAILED', 'GONE')),
    ADD CONSTRAINT "feed_error_check" CHECK ((error_code IS NULL) = (error_message IS NULL) AND (error_code IS NOT NULL) = (status IN ('FAILED', 'GONE'))),
    ADD CONSTRAINT "feed_stopped_check" CHECK ((next_poll_at IS NULL) = (status = 'GONE')),
    ADD CONSTRAINT "feed_numbers_check" CHECK (failures >= 0 AND interval_seconds > 0);
