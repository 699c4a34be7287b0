import type { Bridge, Changed } from '#contract/ipc.ts';
import { UnlinkedError, UnreachableError } from './link.ts';
import { allTopics } from './topics.ts';

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
      const events = new EventSource('/api/events');
      let opened = false;
      events.addEventListener('open', () => {
        // EventSource reconnects by itself; what was said meanwhile is made up for by asking everything again.
        if (opened) listener({ topics: allTopics });
        opened = true;
      });
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
