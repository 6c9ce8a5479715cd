import { systemRandomness, timeOrderedId } from '../../../src/adapters/system/randomness.js';

describe('ids', () => {
  it('have the form of UUID version 7 (RFC 9562, A.6)', () => {
    const random = Buffer.from('0cc398c4dc0c0c07398f', 'hex');
    expect(timeOrderedId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sort by time', () => {
    const none = new Uint8Array(10);
    const all = new Uint8Array(10).fill(255);
    expect(timeOrderedId(1_793_000_000_000, all) < timeOrderedId(1_793_000_000_001, none)).toBe(true);
  });

  it('and secrets differ', () => {
    const many = Array.from({ length: 100 }, () => [systemRandomness.id(), systemRandomness.secret()]).flat();
    expect(new Set(many).size).toBe(200);
    expect(systemRandomness.secret()).toMatch(/^[\w-]{43}$/u);
  });
});
