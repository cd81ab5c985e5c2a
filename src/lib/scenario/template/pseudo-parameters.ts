import { ACCOUNT_ID, PARTITION, REGION } from '$lib/aws/account';
import type { Json } from '../json';
import { NO_VALUE } from './intrinsics';

const STACK_NAME = 'coldstart';

/** What CloudFormation's pseudo parameters stand for. */
export const PSEUDO_PARAMETERS: ReadonlyMap<string, Json> = new Map([
  ['AWS::AccountId', ACCOUNT_ID],
  ['AWS::NoValue', NO_VALUE],
  ['AWS::Partition', PARTITION],
  ['AWS::Region', REGION],
  [
    'AWS::StackId',
    `arn:${PARTITION}:cloudformation:${REGION}:${ACCOUNT_ID}:stack/${STACK_NAME}/00000000-0000-4000-8000-000000000000`,
  ],
  ['AWS::StackName', STACK_NAME],
  ['AWS::URLSuffix', 'amazonaws.com'],
]);
