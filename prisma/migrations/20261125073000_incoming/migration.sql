-- CreateTable
CREATE TABLE "incoming_document" (
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "filename" TEXT,
    "media_type" TEXT,
    "url" TEXT,
    "retrieved_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "incoming_document_pkey" PRIMARY KEY ("sha256"),
    CONSTRAINT "incoming_document_sha256_check" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "incoming_document_tries_check" CHECK (tries >= 0)
);

-- It waits for moments: a quick write counts for more than a small one.
ALTER TABLE "incoming_document" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
