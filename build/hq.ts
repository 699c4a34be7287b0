import { main } from '#hq/index.ts';

process.exitCode = await main(process.argv.slice(2));
