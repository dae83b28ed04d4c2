import { Table, type TableProps } from '@mantine/core';
import classes from './list-table.module.css';

/** A table of things to open. Where its columns do not fit, each row becomes a card; nothing scrolls sideways. */
export function ListTable(props: TableProps) {
  return (
    <div className={classes['frame']}>
      <Table {...props} className={classes['table'] ?? ''} />
    </div>
  );
}
