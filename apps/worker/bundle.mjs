// Bundles the compiled workflows into one file: the worker starts without webpack, and what replays is exactly what was built.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath } from '@fairmark/runtime/temporal';

const dist = path.join(import.meta.dirname, 'dist');
const { code } = await bundleWorkflowCode({ workflowsPath: path.join(dist, 'workflows.js'), failureConverterPath, logger: new DefaultLogger('WARN') });
writeFileSync(path.join(dist, 'workflow-bundle.cjs'), code);
