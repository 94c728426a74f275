# Not known to Packer 1.6, which Debian has; the test of the image leaves this file out.
packer {
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = ">= 1.3.0, < 2.0.0"
    }
  }
}
