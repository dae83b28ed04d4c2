import { Anchor, Table, Text } from '@mantine/core';
import type { PostingDetails } from '#schemas/api/postings.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { postingTexts } from './texts.ts';
import { useKindName } from './use-kind-name.ts';
import { useTargetName } from './use-target-name.ts';

type Fact = readonly [name: string, value: React.ReactNode];

function useFacts(posting: PostingDetails): Fact[] {
  const t = useTexts(postingTexts);
  const format = useFormat();
  const targetName = useTargetName();
  const kindName = useKindName();
  const { document, file, decided, resetInfo, reference, postedAt } = posting;
  const by = (name: string | null) => name ?? t('somebody');
  return [
    [t('factDocument'), `${kindName(posting.kind)} ${document.number ?? document.label ?? document.key}`],
    [t('factCustomer'), posting.party],
    [t('factTarget'), targetName(posting.target)],
    [t('factFile'), file && <Anchor href={`/api/files/${file.id}`}>{file.name}</Anchor>],
    [t('factReference'), reference],
    [t('factKey'), file ? null : posting.idempotencyKey],
    [t('factClaimed'), format.instant(posting.intendedAt)],
    [t('factPosted'), postedAt && format.instant(postedAt)],
    [t('factDecided'), decided && t('decidedBy', { name: by(decided.by), at: format.instant(decided.at) })],
    [
      t('factReset'),
      resetInfo && t('resetBy', { name: by(resetInfo.by), at: format.instant(resetInfo.at), reason: resetInfo.reason }),
    ],
  ];
}

/** What is known of a posting; what is not known is not shown. */
export function PostingFacts({ posting }: { readonly posting: PostingDetails }) {
  const facts = useFacts(posting).filter(([, value]) => value !== null && value !== '');
  return (
    <Table variant="vertical" layout="fixed" withTableBorder>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w="38%">{name}</Table.Th>
            <Table.Td>
              <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
