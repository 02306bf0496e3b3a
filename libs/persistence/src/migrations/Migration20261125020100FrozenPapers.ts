import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create function keep_frozen_paper() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and old.frozen_at is not null then raise exception 'A frozen paper cannot be changed or taken away' using errcode = 'P0PPR'; end if;
  if tg_op = 'INSERT' and new.frozen_at is not null then raise exception 'A paper is frozen after it was handed in' using errcode = 'P0PPR'; end if;
  if tg_op <> 'DELETE' and new.frozen_at is not null and new.evidence_set is not null and exists (
    select from appeal_papers p where p.appeal_id = new.appeal_id and p.evidence_set = new.evidence_set and p.frozen_at is distinct from new.frozen_at)
    then raise exception 'Nothing comes into a set that was frozen before' using errcode = 'P0PPR'; end if;
  if tg_op = 'UPDATE' and (new.review_id, new.name, new.mime, new.size, new.sha256, new.content, new.uploaded_by, new.created_at) is distinct from (old.review_id, old.name, old.mime, old.size, old.sha256, old.content, old.uploaded_by, old.created_at)
    then raise exception 'A paper is replaced by another one, not changed' using errcode = 'P0PPR'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$
%%
create trigger appeal_papers_keep before insert or update or delete on appeal_papers for each row execute function keep_frozen_paper()
%%
create function keep_papers() returns trigger language plpgsql as $$ begin raise exception 'Papers are never all taken away' using errcode = 'P0PPR'; end $$
%%
create trigger appeal_papers_keep_all before truncate on appeal_papers for each statement execute function keep_papers()
`;

/** Evidence of an appeal cannot be changed, taken away or added to once its set is frozen, whatever the application does. */
export class Migration20261125020100FrozenPapers extends Migration {
  override up(): void {
    for (const statement of statements.split('%%')) this.addSql(statement.trim());
  }
}
