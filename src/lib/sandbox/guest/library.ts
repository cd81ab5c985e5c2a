import { fileOperation } from '../files/operations';
import type { Description, InspectOptions } from '../vm/description';
import { Op } from '../vm/bridge';
import type { Arguments } from './arguments';
import { failure, fromLibrary } from './arguments';
import { cryptoOperation } from './crypto';
import { printDescriptions } from './inspect';
import type { Operation } from './operations';
import { urlOperation } from './url';

/** CPU time of work that the host does for the guest, in ticks. */
const TICKS_A_CALL = 0.02;
const TICKS_A_BYTE = 0.000_02;
const TICKS_AN_INSPECTION = 0.5;

const FATAL = 1;
const IGNORE_BOM = 2;
const encoder = new TextEncoder();

/** Text or the bytes of an ArrayBuffer, each charged by its size. */
function charged(process: Parameters<Operation>[0], args: Arguments): Arguments {
  const charge = (size: number): void => process.meter.charge(TICKS_A_CALL + size * TICKS_A_BYTE);
  return {
    ...args,
    bytes(index) {
      const bytes = args.bytes(index);
      charge(bytes.length);
      return bytes;
    },
  };
}

/** Operations behind Node's built-in modules. */
export const LIBRARY: Readonly<Record<number, Operation>> = {
  [Op.file](process, args) {
    const from = charged(process, shifted(args, 1));
    return fromLibrary(fileOperation(process.disk, args.text(0), from));
  },
  [Op.crypto](process, args) {
    const from = charged(process, shifted(args, 1));
    return fromLibrary(cryptoOperation(args.text(0), from, process.options.random));
  },
  [Op.url](process, args) {
    process.meter.charge(TICKS_A_CALL);
    return fromLibrary(urlOperation(args.text(0), args.text(1), args.text(2), args.text(3)));
  },
  [Op.encode](process, args) {
    const bytes = encoder.encode(args.text(0));
    process.meter.charge(TICKS_A_CALL + bytes.length * TICKS_A_BYTE);
    return bytes;
  },
  [Op.decode](process, args) {
    const flags = args.number(2);
    const fatal = (flags & FATAL) !== 0;
    try {
      const decoder = new TextDecoder(args.text(1), { fatal, ignoreBOM: (flags & IGNORE_BOM) !== 0 });
      return JSON.stringify(decoder.decode(charged(process, args).bytes(0)));
    } catch {
      const properties = { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' };
      const message = `The encoded data was not valid for encoding ${args.text(1)}`;
      return failure({ type: 'TypeError', message, properties });
    }
  },
  [Op.encodingName](_process, args) {
    const label = args.text(0);
    try {
      return new TextDecoder(label).encoding;
    } catch {
      const properties = { code: 'ERR_ENCODING_NOT_SUPPORTED' };
      return failure({ type: 'RangeError', message: `The "${label}" encoding is not supported`, properties });
    }
  },
  [Op.inspect](process, args) {
    const described = args.text(0);
    process.meter.charge(TICKS_AN_INSPECTION + described.length * TICKS_A_BYTE);
    // Both were written by the guest's own serializer; a learner who forges them misprints their own log.
    const values = JSON.parse(described) as Description[];
    const options = JSON.parse(args.text(1)) as InspectOptions;
    return printDescriptions(values, options, args.number(2) === 1);
  },
  [Op.promiseState]: ({ vm }, args) => vm.promiseState(args.value(0)),
  [Op.promiseResult]: ({ vm }, args) => ({ value: vm.promiseResult(args.value(0)) }),
};

function shifted(args: Arguments, by: number): Arguments {
  return {
    text: (index) => args.text(index + by),
    number: (index) => args.number(index + by),
    bytes: (index) => args.bytes(index + by),
    value: (index) => args.value(index + by),
    argv: args.argv,
  };
}
