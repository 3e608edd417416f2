"""Quantities as clinicians write them: numbers, units, analytes. Imports only errors of casewright."""
