import { defineRules } from './define';
import { decision } from './sources';

const SIMULATOR = decision('simulator.md', 'what the simulator decides itself');

/** What the simulator itself does, where there is no AWS to copy. */
export const SANDBOX = defineRules('simulator', {
  'sandbox.cpu-meter': {
    title: 'Computing is measured in steps of the code, not by a watch',
    statement:
      'The simulator counts the branches that your code takes. 10,000 of them are one tick, and a tick is 100 µs on one vCPU, longer with less memory. So the same code takes the same virtual time on every machine.',
    numbers: { 'One tick': '10,000 branches', 'On one vCPU': '100 µs' },
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.loop-acceleration': {
    title: 'A very long loop runs ever faster in virtual time',
    statement:
      'Code that computes without a pause for more than 2,000 ticks is charged double for each further 500 ticks. An endless loop so reaches its timeout, always at the same point, without keeping you waiting.',
    numbers: { From: '2,000 ticks in one turn', 'Doubles every': '500 ticks' },
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.memory-meter': {
    title: 'Memory is your heap plus what the runtime needs',
    statement:
      'Memory use is the base of the runtime, as measured on AWS, plus the heap that your code holds in the sandbox when it pauses. Over the setting, the invocation ends as Lambda ends it for lack of memory. V8 and the engine of the sandbox store things differently, so sizes are near but not equal.',
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.log-flood': {
    title: 'A flood of log lines is cut',
    statement:
      'Of what code logs without a pause the simulator keeps the first 10,000 lines, or 4 million characters, and logs how many more there were. The code goes on. AWS has no such limit, and bills you for every line.',
    numbers: { Lines: '10,000 without a pause', Characters: '4,194,304 without a pause' },
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.no-network': {
    title: 'There is no network',
    statement:
      'Nothing leaves your browser. fetch, and modules such as http and net, fail with an error that says so. What your code may reach is the AWS that the simulator plays.',
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.typescript': {
    title: 'TypeScript is stripped before the code is deployed',
    statement:
      'Types are removed and lines stay where they were, so errors name your own lines. A .ts file is a module of the kind that a .js file in its place would be, .mts an ES module, .cts CommonJS. Types are not checked at that point: as with most bundlers, a type error does not stop the code from running.',
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.virtual-time': {
    title: 'Time and chance are virtual',
    statement:
      'Date, performance.now and timers show the time of the simulation, which stands still while nothing happens. Math.random and randomUUID draw from the seed of the scenario. The same scenario gives the same result every time.',
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.watchdog': {
    title: 'A run that stops answering is ended',
    statement:
      'Some operations of the engine cannot be interrupted from inside. If a run gives no sign of life, the page ends it, says so, and keeps everything you wrote. On AWS the same code would run into its timeout.',
    sources: [SIMULATOR],
    confidence: 'A',
  },
  'sandbox.trace-bound': {
    title: 'A simulation ends when its record is full',
    statement:
      'Everything that happens is recorded. When the record reaches its bound the run stops there and says so; what is recorded stays readable.',
    numbers: { Records: '50,000,000', Text: '256 Mi characters' },
    sources: [SIMULATOR],
    confidence: 'A',
  },
});
