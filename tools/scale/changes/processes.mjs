import { fork } from 'node:child_process';
import path from 'node:path';
import { root, StackError } from '../../stack/index.mjs';

/** One of the product's processes, which can be killed and started again. */
export class Process {
  #child;
  #ended;

  /** @param {string} file @param {NodeJS.ProcessEnv} env */
  constructor(file, env) {
    Object.assign(this, { file, env });
  }

  /** Starts it and waits until it serves. */
  async start() {
    const child = fork(path.join(root, this.file), [], { env: this.env, stdio: ['ignore', 2, 2, 'ipc'] });
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    const failed = this.#ended.then((code) => Promise.reject(new StackError('SCALE', `${this.file} ended with ${code}`)));
    failed.catch(() => {});
    await Promise.race([new Promise((resolve) => child.once('message', resolve)), failed]);
    return this;
  }

  /** As a power cut would: nothing is put away. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async stop() {
    if (this.#child?.connected) this.#child.disconnect();
    await this.#ended;
  }
}
