import { until } from './company.mjs';

/** An organisation import over HTTP, from the upload to the end of what it starts. */
export class Imports {
  constructor(url, headers) {
    // A form says its own type, and requests without a body have none.
    const signedIn = { ...headers };
    delete signedIn['content-type'];
    Object.assign(this, { url: `${url}/api/org`, headers: signedIn });
  }

  async json(path, init = {}) {
    const answer = await fetch(`${this.url}${path}`, { ...init, headers: this.headers });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  }

  async exported() {
    const answer = await fetch(`${this.url}/export/employees?locale=en`, { headers: this.headers });
    return answer.text();
  }

  async upload(csv) {
    const form = new FormData();
    form.append('employees', new Blob([csv], { type: 'text/csv' }), 'employees.csv');
    const answer = await fetch(`${this.url}/imports`, { method: 'POST', body: form, headers: this.headers });
    return (await answer.json()).id;
  }

  async settled(id) {
    let view;
    await until('import', async () => {
      view = (await this.json(`/imports/${id}`)).body;
      return { done: !['checking', 'applying'].includes(view.state), seen: view.state };
    });
    return view;
  }

  changes(id) {
    return this.json(`/imports/${id}/changes`);
  }

  apply(id) {
    return this.json(`/imports/${id}/apply`, { method: 'POST' });
  }
}
