import { main } from '#hq/index.ts';

await main(process.argv.slice(2));
