import { failureLines } from '#hq/failure.ts';

/** Runs a command; what the system or the command line is at fault for is told in sentences, and a bug as it is. */
export async function told<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    const lines = failureLines(error);
    if (!lines) throw error;
    for (const line of lines) console.error(line);
    process.exit(1);
  }
}
