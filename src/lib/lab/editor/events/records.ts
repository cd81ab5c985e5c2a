/** Events that carry `Records`, from queues, topics, buckets and streams. Shapes: recordings of what AWS delivers. */

export const sqs = {
  Records: [
    {
      messageId: '7c1f0e52-3a94-4d6b-9e28-5b70c3d8f146',
      receiptHandle: 'AQEBk3Zr0xW5vT8nQm2LsYfHd7uJc1Pe',
      body: '{"orderId":7,"item":"lantern"}',
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1795428000000',
        SenderId: 'AIDAEXAMPLESENDER0001',
        ApproximateFirstReceiveTimestamp: '1795428000012',
      },
      messageAttributes: {
        Priority: { stringValue: 'high', stringListValues: [], binaryListValues: [], dataType: 'String' },
      },
      md5OfMessageAttributes: 'ba45f2e3cd1c9375b4385e020277bffc',
      md5OfBody: 'd9ba2adc689b420ce88dc76c3b61fa36',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:orders',
      awsRegion: 'us-east-1',
    },
    {
      messageId: 'b20d94ea-6c15-4f7e-8a3b-1e9f57c2d608',
      receiptHandle: 'AQEBw8Nt5cX1yV4kRj7GpZaKb6iUe9Om',
      body: '{"orderId":8,"item":"kettle"}',
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1795428000031',
        SenderId: 'AIDAEXAMPLESENDER0001',
        ApproximateFirstReceiveTimestamp: '1795428000040',
      },
      messageAttributes: {},
      md5OfBody: 'dbf2c3d75ee8a86951ac691692e1dc89',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:orders',
      awsRegion: 'us-east-1',
    },
  ],
};

const topic = 'arn:aws:sns:us-east-1:123456789012:shipments';

/** Always one record. Lambda gets `SigningCertUrl`, not the `…URL` that queues get. */
export const sns = {
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `${topic}:e7a1c5d2-0b93-4f68-8d24-96f3b1a70c5e`,
      Sns: {
        Type: 'Notification',
        MessageId: '4d9b7e10-82c6-5a3f-b1d4-0e6c9f285a73',
        TopicArn: topic,
        Subject: null,
        Message: '{"orderId":7,"status":"shipped"}',
        Timestamp: '2026-11-23T10:00:00.000Z',
        SignatureVersion: '1',
        Signature: 'RXhhbXBsZSBzaWduYXR1cmU=',
        SigningCertUrl: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-example.pem',
        UnsubscribeUrl: `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topic}:e7a1c5d2-0b93-4f68-8d24-96f3b1a70c5e`,
        MessageAttributes: { store: { Type: 'String', Value: 'harbour' } },
      },
    },
  ],
};

/** The key is URL-encoded: a space came as +. */
export const s3Put = {
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'us-east-1',
      eventTime: '2026-11-23T10:00:00.000Z',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:AIDAEXAMPLEWRITER0001' },
      requestParameters: { sourceIPAddress: '203.0.113.24' },
      responseElements: {
        'x-amz-request-id': 'D7KX3R9Q2M5T8V1B',
        'x-amz-id-2': 'pY4mC8tW1zK6vN3sB9xQ2fH7jL5dR0gU',
      },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'new-photos',
        bucket: {
          name: 'harbour-photos',
          ownerIdentity: { principalId: 'A1EXAMPLEOWNER' },
          arn: 'arn:aws:s3:::harbour-photos',
        },
        object: {
          key: 'incoming/north+pier%281%29.jpg',
          size: 48213,
          eTag: '6f1d0c9b4a7e2835d6c1b09e8f7a4352',
          sequencer: '006B040EA01C3B5A7E',
        },
      },
    },
  ],
};

const stream = 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks';

function kinesisRecord(sequence: string, partitionKey: string, data: string, at: number): object {
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber: sequence,
      data,
      approximateArrivalTimestamp: at,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `shardId-000000000000:${sequence}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: 'arn:aws:iam::123456789012:role/clicks-reader',
    awsRegion: 'us-east-1',
    eventSourceARN: stream,
  };
}

/** `data` is base64. */
export const kinesis = {
  Records: [
    kinesisRecord(
      '49668899823011223344556677889900112233445566778899001122',
      'visitor-1',
      'eyJwYWdlIjoiL2xhbXBzIn0=',
      1795428000.123,
    ),
    kinesisRecord(
      '49668899823011223344556677889900112233445566778899001138',
      'visitor-2',
      'eyJwYWdlIjoiL2tldHRsZXMifQ==',
      1795428000.451,
    ),
  ],
};

/** A change of one item, with the view NEW_AND_OLD_IMAGES. */
export const dynamodb = {
  Records: [
    {
      eventID: '5b8e1f3a9c7d2046e8b1f5a3c9d70e24',
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: 1795428000,
        Keys: { id: { S: 'order-7' } },
        NewImage: { id: { S: 'order-7' }, status: { S: 'shipped' } },
        OldImage: { id: { S: 'order-7' }, status: { S: 'packed' } },
        SequenceNumber: '8421500000000031874205913',
        SizeBytes: 52,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN: 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-11-01T00:00:00.000',
    },
  ],
};
