import { headersOf, problemFrom } from './client.js';
import { Problem } from './problem.js';

/**
 * Sends one file and tells how much of it has arrived, in percent; `fetch` cannot tell that.
 * @throws {Problem} for every error answer and when the server cannot be reached
 */
export function upload<T>(path: string, file: File, onProgress: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    headersOf('POST', {}).forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(Math.floor((loaded * 100) / total));
    request.onerror = () => reject(new Problem({ code: 'NETWORK.UNREACHABLE', status: 0 }));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(problemFrom(request.status, request.responseText));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
