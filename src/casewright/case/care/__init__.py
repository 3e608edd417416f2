"""The shapes of `case.yaml` and `studies.yaml`, in the order of the CARE items (https://www.care-statement.org)."""
