import type { Bridge, Changed } from '#contract/ipc.ts';
import { UnlinkedError, UnreachableError } from './link.ts';

/** The same door over HTTP: used where no preload opened one. */
export function browserBridge(): Bridge {
  return {
    shell: 'browser',
    invoke: async (name, input) => {
      const response = await post(`/api/${name}`, input);
      if (response.status === 401 || response.status === 410) throw new UnlinkedError();
      if (!response.ok) throw new UnreachableError(`answer ${response.status}`);
      return response.json();
    },
    onChanged: (listener) => {
      // EventSource reconnects by itself; a lost event is made up for by asking everything again on reopening.
      const events = new EventSource('/api/events');
      events.addEventListener('message', (event) => listener(JSON.parse(String(event.data)) as Changed));
      return () => events.close();
    },
  };
}

async function post(path: string, input: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(input),
    });
  } catch (cause) {
    throw new UnreachableError('no answer', { cause });
  }
}
