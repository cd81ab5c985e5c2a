import type { RuleSource } from './rule';

/** A page of the AWS Lambda Developer Guide, by the name of its file. */
export function guide(page: string, title: string): RuleSource {
  return {
    title: `AWS Lambda Developer Guide: ${title}`,
    url: `https://docs.aws.amazon.com/lambda/latest/dg/${page}.html`,
  };
}

/** A page of the AWS Lambda API reference: `API_Invoke`. */
export function api(page: string): RuleSource {
  return {
    title: `AWS Lambda API reference: ${page.replace('API_', '')}`,
    url: `https://docs.aws.amazon.com/lambda/latest/api/${page}.html`,
  };
}

export const PRICING: RuleSource = {
  title: 'AWS Lambda pricing (us-east-1)',
  url: 'https://aws.amazon.com/lambda/pricing/',
};

export const PERF: RuleSource = {
  title: 'lambda-perf: daily cold start measurements, May to August 2026',
  url: 'https://github.com/maxday/lambda-perf',
};

export const COLD_STARTS_2021: RuleSource = {
  title: 'Mikhail Shilkov: Cold starts in AWS Lambda (January 2021)',
  url: 'https://mikhail.io/serverless/coldstarts/aws/',
};

/** The program between the Runtime API and a Node.js handler: version 3 up to Node.js 22, version 4 from 24. */
export const NODE_RUNTIME_CLIENT: RuleSource = {
  title: "Source of AWS's Node.js runtime interface client",
  url: 'https://github.com/aws/aws-lambda-nodejs-runtime-interface-client',
};

export const RUNTIME_EMULATOR: RuleSource = {
  title: "Source of AWS's runtime interface emulator",
  url: 'https://github.com/aws/aws-lambda-runtime-interface-emulator',
};

export const RECORDINGS: RuleSource = {
  title: "Responses and logs recorded on AWS by LocalStack's tests",
  url: 'https://github.com/localstack/localstack/tree/main/tests/aws/services/lambda_',
};

export const INIT_BILLING: RuleSource = {
  title: 'AWS Compute Blog: AWS Lambda standardizes billing for INIT Phase (2025)',
  url: 'https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/',
};

/** Where the simulator's own decisions are written down. */
export function decision(file: string, title: string): RuleSource {
  return { title: `Coldstart: ${title}`, url: `docs/${file}` };
}
