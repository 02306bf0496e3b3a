import i18next from 'i18next';

/** A person as views name them. */
export interface PersonLike {
  id: string;
  name: string;
  nameEn?: string | null | undefined;
}

/** The name in the language of the page. */
export function personName(person: PersonLike): string {
  return i18next.language === 'en' && person.nameEn ? person.nameEn : person.name;
}

export function PersonName({ person }: { person: PersonLike }) {
  return <span>{personName(person)}</span>;
}
