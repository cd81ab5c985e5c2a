import { isQuotaProfile, QUOTA_PROFILES, quotaFault } from '$lib/rules/quotas';
import type { FaultList } from './fault-list';
import { isJsonObject } from './json';
import { quote, whatItIs } from './quote';
import type { Quotas } from './scenario';
import { didYouMean } from './suggest';

const PROFILE = `one of the profiles ${QUOTA_PROFILES.join(', ')}`;

/** `quotas: aws-2026`, or `quotas: {profile: aws-2026, ConcurrentExecutions: 10}`. */
export function readQuotas(value: unknown, faults: FaultList): Quotas {
  if (value === undefined) return { profile: QUOTA_PROFILES[0], overrides: {} };
  if (!isJsonObject(value)) return { profile: readProfile(value, ['quotas'], faults), overrides: {} };
  const { profile = QUOTA_PROFILES[0], ...members } = value;
  const overrides: Record<string, number> = {};
  for (const [name, member] of Object.entries(members)) {
    const fault =
      typeof member === 'number' ? quotaFault(name, member) : `It must be a number, not ${whatItIs(member)}.`;
    if (fault !== undefined) faults.add(['quotas', name], fault);
    else if (typeof member === 'number') overrides[name] = member;
  }
  return { profile: readProfile(profile, ['quotas', 'profile'], faults), overrides };
}

function readProfile(value: unknown, path: readonly string[], faults: FaultList): Quotas['profile'] {
  if (typeof value === 'string' && isQuotaProfile(value)) return value;
  const hint = typeof value === 'string' ? didYouMean(value, QUOTA_PROFILES) : '';
  faults.add(path, `It must be ${PROFILE}, not ${quote(value)}.${hint}`);
  return QUOTA_PROFILES[0];
}
