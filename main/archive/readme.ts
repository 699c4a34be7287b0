/** Travels inside every archive: enough to read it without anything else of ours. */
export const archiveReadme = `This is an archive of the journal of one Comptoir till. Ceci est une archive du journal d'une caisse Comptoir.

It is a gzip file of UTF-8 lines, each one JSON object: this archive's description ("t":"archive"), the till's public key ("t":"key"), this text ("t":"readme"), then one line for each journal record ("t":"record"), chain after chain (sale, closing, copy, event) in the order of their numbers, then "t":"end" with their count.

A record line holds "bytes": the record exactly as it was signed, RFC 8785 JSON. Its "hash" is the lower-case hex SHA-256 of the UTF-8 bytes of "bytes". Its "signature" is base64url Ed25519, by the till's key, over the text "comptoir/record/1", a line feed, and that hash. Inside, "previousHash" is the hash of the record before in the same chain (64 zeros before the first) and "seq" goes up by one: nothing can be changed, taken out or put in between without breaking what follows.

Beside the archive stands a file of the same name with ".sig": Ed25519 over "comptoir/archive/1", a line feed, and the lower-case hex SHA-256 of the archive file. The key's fingerprint (first 8 characters of the base32 SHA-256 of the raw public key) is its "keyId"; ask the association's headquarters to read out the one it holds for this till.

Amounts are whole cents of euro. Returns are negative. Records of the chain "sale" of type "sale" or "return" hold lines, VAT per code, tenders; of type "correction", amounts moved between tenders. Records of the chain "closing" hold totals of a session, a day, a month or a year with the range of records they cover, and two totals that are never reset. The whole format is described in docs/formats/archive.md and docs/formats/records.md of the program.
`;
