import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table robot_channels (
  id uuid primary key default uuidv7(), kind text not null check (kind in ('feishu', 'dingtalk', 'wecom')), name text not null, sealed_url text not null, sealed_secret text, department_id uuid references departments,
  process_kinds text[] not null check (cardinality(process_kinds) > 0), rhythm text not null check (rhythm in ('daily', 'soon')), locale text not null check (locale in ('zh-CN', 'en')), zone text not null, country text not null,
  created_by uuid not null references employees, created_at timestamptz(3) not null, disabled_at timestamptz(3), disabled_by uuid references employees,
  look_at timestamptz(3) not null, seen_at timestamptz(3) not null, quiet_until timestamptz(3), last_sent_at timestamptz(3), failed_at timestamptz(3), failure text);
create index robot_channels_due on robot_channels (look_at) where disabled_at is null;
alter table outbox drop constraint outbox_channel_check;
alter table outbox add constraint outbox_channel_check check (channel in ('mail', 'webhook', 'export', 'start', 'signal')) not valid;
alter table outbox validate constraint outbox_channel_check
`;

/** Robots of group chats: where messages go, of what they tell, and how far each has come. Address and secret are sealed: the table alone lets nobody write to a group. */
export class Migration20261125070000RobotChannels extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
