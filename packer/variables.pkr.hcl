variable "regions" {
  type        = list(string)
  description = "The regions that get the image; it is built in the first one."
}

variable "kms_key" {
  type        = string
  description = "The key that encrypts the image's disk: an alias or ARN, the same in all regions."
}

variable "subnet" {
  type        = string
  description = "The subnet of the build instance, with access to Debian's archive and AWS's buckets."
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
  description = "The commit of the source."
}

variable "deprecate_at" {
  type        = string
  description = "When the image is no longer offered, such as 2026-01-31T00:00:00Z."
}

variable "builders" {
  type        = list(string)
  description = "The addresses from which Packer connects, such as 10.0.1.0/24."
}
