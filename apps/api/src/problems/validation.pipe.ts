import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { requestErrors } from '@fairmark/contracts/errors';
import { ApiError } from './apiError.js';
import { fieldProblems } from './fields.js';

/**
 * Validates every `@Body({ schema })`, `@Query({ schema })` and `@Param('id', { schema })` with the contract's zod schema and hands the
 * handler what the schema returned: defaults filled in, unknown keys gone.
 */
export class ContractPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { schema } = metadata;
    if (!schema || metadata.type === 'custom') return value;
    // A request without a body is an empty object, so that missing fields are named instead of the body as a whole.
    const given = metadata.type === 'body' && (value === undefined || value === null) ? {} : value;
    const result = await schema['~standard'].validate(given);
    if (!result.issues) return result.value;
    const fields = fieldProblems(result.issues, given);
    throw new ApiError(requestErrors.invalid, {}, metadata.data ? fields.map((field) => ({ ...field, path: [metadata.data, field.path].filter(Boolean).join('.') })) : fields);
  }
}
