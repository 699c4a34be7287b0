CREATE TABLE "part_file" (
	"name" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"file" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_row" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"digest" text NOT NULL,
	"content" text NOT NULL,
	"number" integer NOT NULL,
	"gone" boolean NOT NULL,
	CONSTRAINT "people_row_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "people_state" (
	"number" integer PRIMARY KEY NOT NULL,
	"content_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spare_till" (
	"till" text PRIMARY KEY NOT NULL,
	"site" text NOT NULL,
	"of_till" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "till" ADD COLUMN "recipient" text;--> statement-breakpoint
CREATE INDEX "people_row_number" ON "people_row" USING btree ("number");