CREATE TABLE "schema_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"upgraded_at" text NOT NULL
);
