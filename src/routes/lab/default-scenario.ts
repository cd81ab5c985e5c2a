/** What the lab opens with: one function, small enough to read at a glance, that shows what an environment keeps. */
export const DEFAULT_SCENARIO = `coldstart: 1
title: A lab of your own
seed: 1
quotas: aws-2026
template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Hello:
      Type: AWS::Serverless::Function
      Properties:
        Runtime: nodejs24.x
        Handler: index.handler
        CodeUri: ./hello
        MemorySize: 128
        Timeout: 3
files:
  hello/index.mjs: |
    // Runs once in each new execution environment: this is the cold start.
    let count = 0;

    // Runs once for each event.
    export const handler = async (event) => {
      count += 1;
      console.log('event', event, 'number', count);
      return { message: \`Hello, \${event.name ?? 'stranger'}!\`, count };
    };
`;

/** The test event that goes with it. */
export const DEFAULT_EVENT = '{\n  "name": "Ada"\n}\n';
