variable "regions" {
  type        = list(string)
  description = "Where the image is to be had; it is built in the first."
}

variable "kms_key" {
  type        = string
  description = "The key that the image's disk is encrypted with: an alias or ARN, the same in all regions."
}

variable "subnet" {
  type        = string
  description = "Where the build instance runs: with a way to Debian's archive and AWS's buckets."
}

variable "payload" {
  type        = string
  description = "The folder that assemble has filled."
}

variable "version" {
  type = string
}

variable "commit" {
  type        = string
  description = "Of the source."
}

variable "deprecate_at" {
  type        = string
  description = "When the image is no longer offered, as 2026-01-31T00:00:00Z."
}

variable "builders" {
  type        = list(string)
  description = "The addresses that Packer comes from, such as 10.0.1.0/24."
}
