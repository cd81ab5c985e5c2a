/** The one account and region of a simulation (AWS's own documents use this account number). */
export const ACCOUNT_ID = '111122223333';
export const REGION = 'us-east-1';
export const PARTITION = 'aws';

export function functionArn(functionName: string): string {
  return `arn:${PARTITION}:lambda:${REGION}:${ACCOUNT_ID}:function:${functionName}`;
}
