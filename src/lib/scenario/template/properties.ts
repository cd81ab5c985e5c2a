/** The properties of a resource type: those that are simulated, and the others that AWS has. */
export interface Properties {
  readonly simulated: readonly string[];
  readonly others: readonly string[];
}

const COMMON = [
  'Architectures',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FunctionName',
  'Handler',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'Role',
  'Runtime',
  'Tags',
  'Timeout',
];

const COMMON_OTHERS = [
  'CapacityProviderConfig',
  'CodeSigningConfigArn',
  'DurableConfig',
  'FileSystemConfigs',
  'FunctionScalingConfig',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'PublishToLatestPublished',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'RuntimeManagementConfig',
  'SnapStart',
  'TenancyConfig',
  'VpcConfig',
];

/** Sources: the SAM specification and the CloudFormation template reference, November 2026. */
export const PROPERTIES = {
  'AWS::Serverless::Function': {
    simulated: ['CodeUri', 'InlineCode', ...COMMON],
    others: [
      ...COMMON_OTHERS,
      'AssumeRolePolicyDocument',
      'AutoPublishAlias',
      'AutoPublishAliasAllProperties',
      'AutoPublishCodeSha256',
      'DeadLetterQueue',
      'DeploymentPreference',
      'EventInvokeConfig',
      'Events',
      'FunctionUrlConfig',
      'ImageUri',
      'PermissionsBoundary',
      'Policies',
      'PropagateTags',
      'ProvisionedConcurrencyConfig',
      'RolePath',
      'SourceKMSKeyArn',
      'Tracing',
      'VersionDeletionPolicy',
      'VersionDescription',
    ],
  },
  'AWS::Lambda::Function': {
    simulated: ['Code', ...COMMON],
    others: [...COMMON_OTHERS, 'DeadLetterConfig', 'TracingConfig'],
  },
} as const satisfies Readonly<Record<string, Properties>>;

export type FunctionType = keyof typeof PROPERTIES;

export const FUNCTION_TYPES: readonly string[] = Object.keys(PROPERTIES);

export function isFunctionType(type: string): type is FunctionType {
  return Object.hasOwn(PROPERTIES, type);
}

/** Properties of AWS::Serverless::Function that SAM does not take in `Globals.Function`. */
export const NOT_IN_GLOBALS: readonly string[] = [
  'Events',
  'FunctionName',
  'FunctionUrlConfig',
  'ImageUri',
  'InlineCode',
  'PackageType',
  'Policies',
  'Role',
];

/** Sections of SAM's `Globals` beside Function. */
export const GLOBAL_SECTIONS: readonly string[] = [
  'Api',
  'CapacityProvider',
  'HttpApi',
  'LayerVersion',
  'SimpleTable',
  'StateMachine',
  'WebSocketApi',
];

/** What a resource may have beside Type and Properties without any effect here. */
export const ATTRIBUTES: readonly string[] = [
  'DependsOn',
  'Metadata',
  'DeletionPolicy',
  'UpdateReplacePolicy',
];

/** What AWS lets a resource have, and the simulator does not model. */
export const OTHER_ATTRIBUTES: readonly string[] = [
  'Condition',
  'Connectors',
  'CreationPolicy',
  'UpdatePolicy',
  'IgnoreGlobals',
];

/** Sections of a template: modelled or without effect, and those that AWS has besides. */
export const SECTIONS: readonly string[] = [
  'AWSTemplateFormatVersion',
  'Transform',
  'Description',
  'Metadata',
  'Parameters',
  'Globals',
  'Resources',
  'Outputs',
];

export const OTHER_SECTIONS: readonly string[] = ['Conditions', 'Hooks', 'Mappings', 'Rules'];
