/** Requests as API Gateway and the Application Load Balancer hand them over. Shapes: AWS's developer guides and recordings. */

const requestId = '3f6d2c84-9b1e-4c5a-8f70-6a2b1d9e4c37';
const agent = 'curl/8.11.0';
const address = '203.0.113.24';

/** Payload format 2.0: header names in lower case, absent members left out. */
export const httpApi = {
  version: '2.0',
  routeKey: 'POST /orders/{id}',
  rawPath: '/orders/7',
  rawQueryString: 'size=m&size=l',
  cookies: ['theme=dark'],
  headers: {
    accept: '*/*',
    'content-length': '18',
    'content-type': 'application/json',
    host: 'k2p7x4q9wd.execute-api.us-east-1.amazonaws.com',
    'user-agent': agent,
    'x-amzn-trace-id': 'Root=1-6b040ea0-4b8c1d2e3f405162738495a6',
    'x-forwarded-for': address,
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  queryStringParameters: { size: 'm,l' },
  pathParameters: { id: '7' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'k2p7x4q9wd',
    domainName: 'k2p7x4q9wd.execute-api.us-east-1.amazonaws.com',
    domainPrefix: 'k2p7x4q9wd',
    http: { method: 'POST', path: '/orders/7', protocol: 'HTTP/1.1', sourceIp: address, userAgent: agent },
    requestId: 'NxB2kj5hIAMEJ0g=',
    routeKey: 'POST /orders/{id}',
    stage: '$default',
    time: '23/Nov/2026:10:00:00 +0000',
    timeEpoch: 1795428000000,
  },
  body: '{"item":"lantern"}',
  isBase64Encoded: false,
};

/** Payload format 1.0: what is absent is null. */
export const restApi = {
  resource: '/orders/{id}',
  path: '/orders/7',
  httpMethod: 'POST',
  headers: {
    Accept: '*/*',
    'Content-Type': 'application/json',
    Host: 'v8d3m1z6ta.execute-api.us-east-1.amazonaws.com',
    'User-Agent': agent,
    'X-Amzn-Trace-Id': 'Root=1-6b040ea0-5c7d8e9f0a1b2c3d4e5f6071',
    'X-Forwarded-For': address,
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
  },
  multiValueHeaders: {
    Accept: ['*/*'],
    'Content-Type': ['application/json'],
    Host: ['v8d3m1z6ta.execute-api.us-east-1.amazonaws.com'],
    'User-Agent': [agent],
    'X-Amzn-Trace-Id': ['Root=1-6b040ea0-5c7d8e9f0a1b2c3d4e5f6071'],
    'X-Forwarded-For': [address],
    'X-Forwarded-Port': ['443'],
    'X-Forwarded-Proto': ['https'],
  },
  queryStringParameters: { size: 'l' },
  multiValueQueryStringParameters: { size: ['m', 'l'] },
  pathParameters: { id: '7' },
  stageVariables: null,
  requestContext: {
    accountId: '123456789012',
    apiId: 'v8d3m1z6ta',
    deploymentId: 'r4t9y2',
    domainName: 'v8d3m1z6ta.execute-api.us-east-1.amazonaws.com',
    domainPrefix: 'v8d3m1z6ta',
    extendedRequestId: 'NxB2kGz0oAMFWkA=',
    httpMethod: 'POST',
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: address,
      user: null,
      userAgent: agent,
      userArn: null,
    },
    path: '/prod/orders/7',
    protocol: 'HTTP/1.1',
    requestId,
    requestTime: '23/Nov/2026:10:00:00 +0000',
    requestTimeEpoch: 1795428000000,
    resourceId: 'b6n1e8',
    resourcePath: '/orders/{id}',
    stage: 'prod',
  },
  body: '{"item":"lantern"}',
  isBase64Encoded: false,
};

/** Multi-value headers off, which is the default: one value a name, and query values are not decoded. */
export const loadBalancer = {
  requestContext: {
    elb: {
      targetGroupArn:
        'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/orders/5f8a2c6e9b1d4073',
    },
  },
  httpMethod: 'GET',
  path: '/orders/7',
  queryStringParameters: { note: 'two%20lamps' },
  headers: {
    accept: 'text/html',
    host: 'shop-1029384756.us-east-1.elb.amazonaws.com',
    'user-agent': agent,
    'x-amzn-trace-id': 'Root=1-6b040ea0-1a2b3c4d5e6f708192a3b4c5',
    'x-forwarded-for': address,
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  body: '',
  isBase64Encoded: false,
};
