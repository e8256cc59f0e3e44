/**
 * The rows that reads see, by table name, columns in camel case. Each room adds its own by module
 * augmentation beside its entities, so a read is typed without this floor knowing any room.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Tables {}
