/** Every row belongs to a contract that exists; a contract with rows can't be deleted. */
export const belongsToContract = {
  target: 'service_contract',
  columnNames: ['contract'],
  referencedColumnNames: ['contract'],
};
