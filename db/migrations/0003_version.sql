-- The number of the schema stands in the head of the file since 0.2. Without this table 0.1 refuses the database
-- instead of writing into a schema that it does not know.
DROP TABLE IF EXISTS `__drizzle_migrations`;
