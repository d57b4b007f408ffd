"""Many tenders: each audited in a process that may be killed, results kept in a register, nothing read twice."""
