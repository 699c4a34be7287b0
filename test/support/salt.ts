/** The salt of the network that tests publish for. */
export const cardSalt = Buffer.alloc(32, 5).toString('base64url');
