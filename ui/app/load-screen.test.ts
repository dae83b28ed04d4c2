import { expect, it, vi } from 'vitest';
import { loadScreen } from './load-screen.ts';

const missing = async () => {
  throw new Error('part is missing');
};

it('loads the page again when a part is gone though the server answers', async () => {
  const reload = vi.fn();
  await expect(loadScreen(missing, async () => 'here', reload)).rejects.toThrow('part is missing');
  expect(reload).toHaveBeenCalledOnce();
});

it('keeps the page and says why while the server is away', async () => {
  const reload = vi.fn();
  const away = async () => {
    throw new Error('no answer');
  };
  await expect(loadScreen(missing, away, reload)).rejects.toThrow('no answer');
  expect(reload).not.toHaveBeenCalled();
});

it('asks nobody when the part is there', async () => {
  const ask = vi.fn();
  expect(await loadScreen(async () => 'screen', ask, ask)).toBe('screen');
  expect(ask).not.toHaveBeenCalled();
});
