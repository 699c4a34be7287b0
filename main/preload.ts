import { contextBridge, ipcRenderer } from 'electron';

/**
 * The only door of the page. It grows with nothing: one call by name, one subscription. No Node reaches the page,
 * and nothing of Electron's event object does.
 */
contextBridge.exposeInMainWorld('comptoir', {
  shell: 'electron',
  invoke: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  onChanged: (listener: (changed: unknown) => void): (() => void) => {
    const heard = (_event: unknown, changed: unknown): void => listener(changed);
    ipcRenderer.on('changed', heard);
    return () => ipcRenderer.removeListener('changed', heard);
  },
});
