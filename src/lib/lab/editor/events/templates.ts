/** Test events to start from, each in the shape in which AWS would send it. */
import { httpApi, loadBalancer, restApi } from './http';
import { dynamodb, kinesis, s3Put, sns, sqs } from './records';

export interface EventTemplate {
  readonly id: string;
  readonly label: string;
  /** Formatted JSON. */
  readonly text: string;
}

/** A rule with a schedule: the envelope itself, without `Records`. */
const schedule = {
  version: '0',
  id: '0c6a9d1e-58f4-4b27-93e0-d7b2f5a81c64',
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '123456789012',
  time: '2026-11-23T10:00:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:events:us-east-1:123456789012:rule/every-five-minutes'],
  detail: {},
};

function template(id: string, label: string, event: object): EventTemplate {
  return { id, label, text: `${JSON.stringify(event, null, 2)}\n` };
}

export const eventTemplates: readonly EventTemplate[] = [
  template('hello-world', 'Hello world', { name: 'Ada' }),
  template('http-api', 'API Gateway: HTTP API (format 2.0)', httpApi),
  template('rest-api', 'API Gateway: REST proxy (format 1.0)', restApi),
  template('load-balancer', 'Application Load Balancer', loadBalancer),
  template('sqs', 'SQS: two messages', sqs),
  template('sns', 'SNS: one notification', sns),
  template('s3-put', 'S3: object created', s3Put),
  template('schedule', 'EventBridge: schedule', schedule),
  template('kinesis', 'Kinesis: two records', kinesis),
  template('dynamodb', 'DynamoDB stream: item changed', dynamodb),
];
