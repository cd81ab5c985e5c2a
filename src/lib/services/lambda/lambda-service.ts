import type { Service, ServiceCall, Respond } from '$lib/aws/door';
import { refused } from '$lib/aws/errors';
import { getFunction } from './actions/get-function';
import { Invoke } from './actions/invoke';
import { updateFunctionCode } from './actions/update-function-code';
import { updateFunctionConfiguration } from './actions/update-function-configuration';
import type { FunctionConfiguration } from './configuration';
import { LambdaFunction } from './function';
import { functionNameOf } from './function-name';
import type { LambdaContext } from './lambda-context';
import { functionRecord } from './records/invocation';

/** AWS Lambda: its functions and the actions of its API. */
export class LambdaService implements Service {
  readonly name = 'lambda';
  readonly #context: LambdaContext;
  readonly #functions = new Map<string, LambdaFunction>();
  readonly #invoke: Invoke;

  constructor(context: LambdaContext) {
    this.#context = context;
    this.#invoke = new Invoke(context);
  }

  get functions(): ReadonlyMap<string, LambdaFunction> {
    return this.#functions;
  }

  /** How many execution environments are at work. */
  get atWork(): number {
    let atWork = 0;
    for (const each of this.#functions.values()) atWork += each.atWork;
    return atWork;
  }

  /** Creates a function from a checked configuration. */
  create(configuration: FunctionConfiguration): void {
    const { functionName, runtime, handler, memorySize, timeout, architecture } = configuration;
    if (this.#functions.has(functionName)) throw new Error(`two functions are named ${functionName}`);
    const { kernel } = this.#context;
    kernel.trace.append(functionRecord, kernel.now, {
      functionName,
      runtime,
      handler,
      memorySizeMB: memorySize,
      timeoutS: timeout,
      architecture,
    });
    this.#functions.set(functionName, new LambdaFunction(this.#context, configuration));
  }

  resourceOf(input: Readonly<Record<string, unknown>>): string | undefined {
    return this.#nameIn(input);
  }

  handle(call: ServiceCall, respond: Respond): void {
    const { region, account } = this.#context;
    const name = this.#nameIn(call.input);
    const found = name === undefined ? undefined : this.#functions.get(name);
    if (!found) {
      // Invoke names the version that it looked for; the other actions do not.
      const qualifier = call.action === 'Invoke' ? ':$LATEST' : '';
      const arn = `arn:aws:lambda:${region}:${account}:function:${name ?? ''}${qualifier}`;
      const error = refused(404, 'ResourceNotFoundException', `Function not found: ${arn}`, { Type: 'User' });
      respond(error, { rules: ['lambda.function-not-found'] });
      return;
    }
    switch (call.action) {
      case 'Invoke':
        this.#invoke.handle(found, call, respond);
        return;
      case 'GetFunction':
        respond(getFunction(found));
        return;
      case 'UpdateFunctionCode':
        respond(updateFunctionCode(this.#context.kernel, found, call));
        return;
      case 'UpdateFunctionConfiguration':
        respond(updateFunctionConfiguration(this.#context.kernel, found, call));
        return;
      default:
        respond(refused(404, 'UnknownOperationException', `lambda:${call.action} is not simulated.`));
    }
  }

  /** The function that an input names; a plain name, by far the most common, needs no parsing. */
  #nameIn(input: Readonly<Record<string, unknown>>): string | undefined {
    const given = input['FunctionName'];
    return typeof given === 'string' && this.#functions.has(given) ? given : functionNameOf(given);
  }

  /** Throws every sandbox away; nothing runs afterwards. */
  dispose(): void {
    for (const each of this.#functions.values()) each.dispose();
  }
}
