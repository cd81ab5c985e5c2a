/** The worker that knows TypeScript: Monaco's own, with Lambda's types and Lambda's view of imports. */
import { initialize } from 'monaco-editor/internal/common/initialize';
import { LambdaTypeScriptWorker } from './lambda-worker';

self.onmessage = () => {
  initialize((context, data) => new LambdaTypeScriptWorker(context, data));
};
